// Line chart of measured values: limit as a line, classes as bands, gaps as gaps, invalid values hollow.
// data: {unit, inverse?: larger values lower, limit?: {value, label}, bands?: [{from, to, label, colour}], series: [{name, points: [[iso, value, valid]]}]}
window.bishui.chart = (box, data) => {
  const ink = '#566873';
  const palette = ['#0e6b72', '#b06a00', '#3b5b92', '#7a4b8f'];
  // 100 * 1.1 is 110.00000000000001
  const round = (value) => Number(value.toPrecision(12));
  const target = document.createElement('div');
  target.className = 'chart-box';
  box.querySelector('.chart-box')?.remove();
  box.append(target);
  const chart = window.echarts.init(target, null, { renderer: 'svg' });
  const series = (data.series || []).map((line, index) => ({
    name: line.name,
    type: 'line',
    color: palette[index % palette.length],
    connectNulls: false,
    showSymbol: true,
    symbolSize: 5,
    data: line.points.map(([at, value, valid]) => ({
      value: [at, value],
      symbol: valid === false ? 'emptyCircle' : 'circle',
      itemStyle: valid === false ? { color: '#fff', borderColor: '#8a9aa2' } : undefined,
    })),
  }));
  if (series.length && data.limit) {
    series[0].markLine = {
      symbol: 'none',
      silent: true,
      lineStyle: { color: '#b3261e', type: 'dashed' },
      label: { formatter: data.limit.label, position: 'insideStartTop', color: '#b3261e' },
      data: [{ yAxis: data.limit.value }],
    };
  }
  if (series.length && data.bands) {
    series[0].markArea = {
      silent: true,
      data: data.bands.map((band) => [
        { yAxis: band.from, name: band.label, itemStyle: { color: band.colour, opacity: 0.35 }, label: { position: 'insideRight', color: ink } },
        { yAxis: band.to },
      ]),
    };
  }
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 56, right: 24, top: 40, bottom: 40 },
    legend: series.length > 1 ? { top: 0, left: 0 } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value) => (value == null ? '–' : `${value} ${data.unit || ''}`) },
    xAxis: { type: 'time', axisLine: { onZero: false, lineStyle: { color: '#c9d3d7' } }, axisLabel: { color: ink } },
    yAxis: { type: 'value', name: data.unit, nameLocation: data.inverse ? 'start' : 'end', inverse: Boolean(data.inverse), scale: !data.limit, nameTextStyle: { color: ink, align: 'left' }, axisLabel: { color: ink, formatter: (value) => window.echarts.format.addCommas(round(value)) }, splitLine: { lineStyle: { color: '#e3e8ea' } },
      max: data.limit ? (range) => (range.max < data.limit.value ? round(data.limit.value * 1.1) : null) : undefined },
    series,
  });
  new ResizeObserver(() => chart.resize()).observe(target);
};
