// Map of GeoJSON: outline, rivers and points; with tiles only where the settings name a source.
// data: GeoJSON; properties: {title, href?, colour?, shape?: 'circle'|'square'|'triangle', note?, weight?, ground?}; what is ground
// lies below the rest, which decides what part is shown
window.bishui.map = (box, data) => {
  const target = document.createElement('div');
  target.className = 'map-box';
  box.querySelector('.map-box')?.remove();
  box.prepend(target);
  const map = window.L.map(target, { scrollWheelZoom: false, attributionControl: Boolean(box.dataset.tiles) });
  if (box.dataset.tiles) window.L.tileLayer(box.dataset.tiles, { maxZoom: 18 }).addTo(map);
  window.L.control.scale({ imperial: false }).addTo(map);
  // a few points on an empty ground say their names
  const named = !box.dataset.tiles && target.clientWidth > 480 && (data.features || []).filter((each) => !each.properties?.ground).length <= 8;
  const shapes = {
    circle: '<circle cx="9" cy="9" r="6"/>',
    square: '<rect x="3.5" y="3.5" width="11" height="11"/>',
    triangle: '<path d="M9 2.5 16 15H2z"/>',
  };
  const text = (words) => {
    const node = document.createElement('span');
    node.textContent = words;
    return node;
  };
  const popup = ({ title, href, note }) => {
    const node = document.createElement('div');
    const head = href ? document.createElement('a') : document.createElement('b');
    if (href) head.href = href;
    head.textContent = title;
    node.append(head);
    if (note) node.append(document.createElement('br'), text(note));
    return node;
  };
  const layer = window.L.geoJSON(data, {
    style: ({ properties = {} }) => ({ color: properties.colour || '#0e6b72', weight: properties.weight || 2, fillOpacity: 0.06 }),
    pointToLayer: ({ properties }, at) =>
      window.L.marker(at, {
        title: properties.title,
        alt: properties.title,
        icon: window.L.divIcon({
          className: '',
          iconSize: [18, 18],
          html: `<svg width="18" height="18" fill="${/^#[0-9a-f]{3,6}$/i.test(properties.colour) ? properties.colour : '#0e6b72'}" stroke="#fff" stroke-width="1.5">${shapes[properties.shape] || shapes.circle}</svg>`,
        }),
      }),
    onEachFeature: ({ properties }, feature) => {
      if (properties?.title) feature.bindPopup(popup(properties));
      if (properties?.title && named && !properties.ground) feature.bindTooltip(properties.title, { permanent: true, direction: 'bottom', offset: [0, 8] });
    },
  }).addTo(map);
  const shown = layer.getLayers().filter((each) => !each.feature.properties?.ground);
  const all = window.L.featureGroup(shown.length ? shown : layer.getLayers());
  if (all.getLayers().length) map.fitBounds(all.getBounds(), { padding: [24, 24], maxZoom: 14 });
  else map.setView([35, 105], 4);
};
