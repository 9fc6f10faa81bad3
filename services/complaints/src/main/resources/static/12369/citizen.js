// The citizens' window: drafts, photos, the map, what is nearby. Everything can be reported and followed without it.
"use strict";
(() => {
  const form = document.getElementById("report");

  // what was typed and not sent comes back on this device; never who reports
  const DRAFT = "bishui-12369-draft";
  const KEPT = ["content", "pollutionType", "waterSubtype", "occurredOn", "subjectName", "address", "street", "longitude", "latitude", "wish"];
  const store = {
    read() { try { return JSON.parse(localStorage.getItem(DRAFT) || "null"); } catch { return null; } },
    write(draft) { try { localStorage.setItem(DRAFT, JSON.stringify(draft)); } catch { /* then not */ } },
    drop() { try { localStorage.removeItem(DRAFT); } catch { /* then not */ } },
  };
  const field = (name) => form.elements.namedItem(name);
  const keep = () => {
    const draft = Object.fromEntries(KEPT.map((name) => [name, field(name)?.value || ""]));
    if (draft.content || draft.address || draft.longitude || draft.subjectName || draft.wish) store.write(draft);
    else store.drop();
  };
  if (document.querySelector("[data-draft=done]")) store.drop();
  if (form) {
    const draft = store.read();
    const fresh = !form.querySelector(".errors") && !field("content").value && !field("address").value;
    if (draft && fresh) {
      KEPT.forEach((name) => { if (draft[name] && field(name)) field(name).value = draft[name]; });
      document.querySelector(".restored").hidden = false;
    }
    document.querySelector("[data-draft=drop]").addEventListener("click", () => {
      store.drop();
      location.assign("/12369/report");
    });
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
  }

  // photos: seen before they are sent, and no upload that would be refused
  const names = (input, list) => {
    list.replaceChildren();
    list.hidden = !input.files.length;
    const most = Number(input.dataset.most), bytes = Number(input.dataset.bytes);
    let fine = true;
    const complain = (words) => {
      const item = document.createElement("li");
      item.className = "bad";
      item.textContent = words;
      list.append(item);
      fine = false;
    };
    if (input.files.length > most) complain(input.dataset.toomany);
    for (const file of input.files) {
      const item = document.createElement("li");
      if (file.type.startsWith("image/")) {
        const image = document.createElement("img");
        image.alt = "";
        image.src = URL.createObjectURL(file);
        image.onload = () => URL.revokeObjectURL(image.src);
        image.onerror = () => image.remove();
        item.append(image);
      }
      item.append(`${file.name.length > 24 ? `${file.name.slice(0, 20)}…` : file.name} ${(file.size / 1048576).toFixed(1)} MB`);
      list.append(item);
      if (file.size > bytes) complain(`${file.name}：${input.dataset.toolarge}`);
    }
    input.setCustomValidity(fine ? "" : list.querySelector(".bad").textContent);
    return fine;
  };
  document.querySelectorAll("input[type=file]").forEach((input) => {
    const list = input.closest(".field").querySelector(".previews");
    input.addEventListener("change", () => names(input, list));
  });

  // with photos the form goes up with progress, and its faults come back without losing them; then it goes once more without
  // them, which the server knows for the same and answers with the page that a reload shows again
  const faults = (to, page) => {
    to.querySelectorAll(".errors").forEach((old) => old.remove());
    to.querySelectorAll(".field.wrong").forEach((old) => old.classList.remove("wrong"));
    to.querySelectorAll(".field > .error").forEach((old) => old.remove());
    const contact = page.getElementById("contact");
    if (contact && document.getElementById("contact")) {
      document.getElementById("contact").replaceWith(document.adoptNode(contact));
      window.htmx?.process(contact);
    }
    page.querySelectorAll(".field.wrong").forEach((wrong) => {
      const control = wrong.querySelector("[id]");
      const here = control && document.getElementById(control.id)?.closest(".field");
      if (!here || here.classList.contains("wrong")) return;
      here.classList.add("wrong");
      wrong.querySelectorAll(".error").forEach((words) => here.append(document.importNode(words, true)));
    });
    const stamp = page.querySelector("[name=stamp]");
    if (stamp && to.elements.namedItem("stamp") && stamp.value !== to.elements.namedItem("stamp").value) {
      to.elements.namedItem("stamp").value = stamp.value;
      to.elements.namedItem("solution").value = "";
    }
    const summary = page.querySelector(".errors");
    if (summary) {
      to.prepend(document.importNode(summary, true));
      to.querySelector(".errors").focus();
    }
    return Boolean(summary);
  };
  document.querySelectorAll("form[enctype='multipart/form-data']").forEach((to) => {
    const files = [...to.querySelectorAll("input[type=file]")];
    to.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (button?.hasAttribute("formaction")) return;
      if (!files.some((input) => input.files.length)) return;
      event.preventDefault();
      const bad = files.find((input) => input.validationMessage);
      if (bad) {
        bad.focus();
        return;
      }
      const box = to.querySelector(".upload"), words = box.querySelector("p"), bar = box.querySelector("progress");
      const busy = (yes) => to.querySelectorAll("button").forEach((each) => (each.disabled = yes));
      const request = new XMLHttpRequest();
      const failed = () => {
        busy(false);
        bar.hidden = true;
        words.textContent = box.dataset.failed;
      };
      request.open("POST", to.action);
      request.responseType = "document";
      request.upload.onprogress = (step) => {
        bar.value = step.lengthComputable ? step.loaded / step.total : 0;
        words.textContent = step.loaded === step.total ? box.dataset.checking : box.dataset.sending;
      };
      request.onload = () => {
        if (request.status === 200) {
          files.forEach((input) => (input.disabled = true));
          HTMLFormElement.prototype.submit.call(to);
          return;
        }
        failed();
        if (request.response && faults(to, request.response)) box.hidden = true;
      };
      request.onerror = failed;
      const body = new FormData(to);
      busy(true);
      box.hidden = false;
      bar.hidden = false;
      words.textContent = box.dataset.sending;
      request.send(body);
    });
  });

  // where: a pin on a map that also works without tiles, or the phone's own position
  const pick = document.querySelector(".pick");
  if (pick) {
    const part = (name) => pick.querySelector(`[data-pick=${name}]`);
    const box = document.getElementById("pick-map");
    const own = document.querySelector("script[data-leaflet]").dataset;
    const said = part("said");
    let map, pin;
    const position = () => {
      const at = [Number(field("latitude").value), Number(field("longitude").value)];
      return field("latitude").value && at.every(Number.isFinite) ? at : null;
    };
    const look = () => {
      const at = position();
      window.htmx?.ajax("GET", at
        ? `/12369/nearby?${new URLSearchParams({ lon: at[1], lat: at[0], type: field("pollutionType").value, hint: chosen() })}`
        : "/12369/nearby", { target: "#nearby", swap: "innerHTML" });
    };
    const chosen = () => form.querySelector("[name=hint]:checked")?.value ?? document.getElementById("nearby").dataset.hint ?? "";
    const show = () => {
      const at = position();
      part("remove").hidden = !at;
      said.textContent = at ? pick.dataset.placed.replace("{0}", at[1].toFixed(5)).replace("{1}", at[0].toFixed(5)) : pick.dataset.none;
      if (!map) return;
      if (pin) pin.remove();
      pin = at && window.L.marker(at, {
        draggable: true,
        title: pick.dataset.pin,
        alt: pick.dataset.pin,
        icon: window.L.divIcon({
          className: "",
          iconSize: [28, 36],
          iconAnchor: [14, 35],
          html: '<svg width="28" height="36" viewBox="0 0 28 36"><path d="M14 1C7 1 2 6 2 13c0 9 12 22 12 22s12-13 12-22C26 6 21 1 14 1z" fill="#b3261e" stroke="#fff" stroke-width="2"/><circle cx="14" cy="13" r="4.5" fill="#fff"/></svg>',
        }),
      }).addTo(map);
      if (pin) pin.on("dragend", () => place(pin.getLatLng()));
    };
    const place = (at) => {
      field("latitude").value = at ? at.lat.toFixed(6) : "";
      field("longitude").value = at ? at.lng.toFixed(6) : "";
      show();
      keep();
      look();
    };
    const load = (tag, url) => new Promise((done, failed) => {
      const node = document.createElement(tag);
      node.onload = done;
      node.onerror = failed;
      if (tag === "link") {
        node.rel = "stylesheet";
        node.href = url;
      } else {
        node.src = url;
      }
      document.head.append(node);
    });
    const open = async () => {
      box.hidden = false;
      part("map").hidden = true;
      part("map").setAttribute("aria-expanded", "true");
      part("centre").hidden = false;
      if (map) return;
      await Promise.all([load("link", own.leafletCss), window.L ? null : load("script", own.leaflet)]);
      map = window.L.map(box, { scrollWheelZoom: false, attributionControl: Boolean(pick.dataset.tiles) });
      if (pick.dataset.tiles) window.L.tileLayer(pick.dataset.tiles, { maxZoom: 18 }).addTo(map);
      window.L.control.scale({ imperial: false }).addTo(map);
      map.setView(position() || [35, 105], position() ? 15 : 4);
      map.on("click", (event) => place(event.latlng));
      show();
      try {
        const data = await (await fetch(pick.dataset.landmarks, { headers: { Accept: "application/json" } })).json();
        const marks = window.L.geoJSON(data, {
          interactive: false,
          pointToLayer: ({ properties }, at) => window.L.circleMarker(at, { radius: 4, color: "#566873", weight: 1, fillOpacity: 0.5 })
            .bindTooltip(properties.title || "", { permanent: Boolean(properties.title), direction: "bottom" }),
        }).addTo(map);
        if (!position() && marks.getLayers().length) map.fitBounds(marks.getBounds(), { padding: [24, 24], maxZoom: 14 });
      } catch { /* without landmarks */ }
    };
    part("map").addEventListener("click", open);
    part("centre").addEventListener("click", () => place(map.getCenter()));
    part("remove").addEventListener("click", () => place(null));
    part("here").addEventListener("click", () => {
      if (!navigator.geolocation) {
        said.textContent = pick.dataset.nowhere;
        return;
      }
      said.textContent = pick.dataset.waiting;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          place({ lat: coords.latitude, lng: coords.longitude });
          if (map) map.setView([coords.latitude, coords.longitude], 16);
        },
        (cause) => { said.textContent = cause.code === 1 ? pick.dataset.denied : pick.dataset.nowhere; },
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
    });
    pick.hidden = false;
    show();
    addEventListener("load", () => { if (position()) look(); });
    field("pollutionType").addEventListener("change", () => { if (position()) look(); });
  }

  // number and secret: copied, saved, printed
  document.querySelectorAll(".needs-script").forEach((box) => (box.hidden = false));
  const told = () => [...document.querySelectorAll("#receipt dt")]
    .map((name) => `${name.textContent}: ${name.nextElementSibling.textContent}`).join("\n");
  document.querySelector("[data-receipt=copy]")?.addEventListener("click", async (event) => {
    try {
      await navigator.clipboard.writeText(told());
    } catch {
      const area = document.createElement("textarea");
      area.value = told();
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    event.target.textContent = event.target.dataset.done;
  });
  document.querySelector("[data-receipt=save]")?.addEventListener("click", (event) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${event.target.dataset.title}\n${told()}\n${location.origin}/12369/track\n`], { type: "text/plain" }));
    link.download = event.target.dataset.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  document.querySelector("[data-receipt=print]")?.addEventListener("click", () => print());

  // the other language keeps what is open: number and secret go in the body there too
  const open = document.querySelector("form[data-language]");
  document.querySelectorAll(".top-end a[lang]").forEach((link) => link.addEventListener("click", (event) => {
    if (!open) return;
    event.preventDefault();
    open.action = `${open.dataset.language}?lang=${new URL(link.href).searchParams.get("lang")}`;
    open.submit();
  }));
})();
