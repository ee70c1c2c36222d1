/**
 * How many transfers there were and how many of them were completed, as bars beside each other; the table under it says
 * the same. Drawn by uPlot in the colours of the theme, and again when theme, words or width change.
 */
import uPlot from 'uplot';
import { Part } from '../part.js';
import { html } from 'lit';
import { t } from '../../i18n.js';

const HEIGHT = 300;
/** Room for a label, in pixels. */
const LABEL = 28;
const SHEET = import.meta.resolve('uplot').replace(/[^/]+$/, 'uPlot.min.css');

/** `points`: `[{ label, transfers, completed }]`, as many as there is room for. */
class RatesChart extends Part {
  static properties = { points: { attribute: false }, label: {} };
  #plot = null;
  #width = new ResizeObserver(() => this.#draw());
  #theme = new MutationObserver(() => this.#draw());

  connectedCallback() {
    super.connectedCallback();
    this.#width.observe(this);
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#width.disconnect();
    this.#theme.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  render() {
    return html`<figure class="chart">
      <link rel="stylesheet" href=${SHEET} @load=${() => this.#draw()} />
      <div class="chart-canvas" role="img" aria-label=${this.label}></div>
      <figcaption class="chart-key" aria-hidden="true">
        <span class="key-transfers">${t('rates.transfers')}</span><span class="key-completed">${t('outcome.COMPLETED')}</span>
      </figcaption>
    </figure>`;
  }

  updated() {
    this.#draw();
  }

  #draw() {
    const place = this.querySelector('.chart-canvas');
    if (!place || !this.clientWidth) {
      return;
    }
    this.#plot?.destroy();
    this.#plot = new uPlot(options(this.points, place.clientWidth), data(this.points), place);
  }
}

function data(points) {
  return [points.map((_, index) => index), points.map((each) => each.transfers), points.map((each) => each.completed)];
}

function options(points, width) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = `13px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: colour('--ink-soft'), font, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
  const step = Math.ceil((points.length * LABEL) / width);
  const long = points.some((each) => each.label.length > 4);
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: () => [-0.6, points.length - 0.4] }, y: { range: (_, low, high) => [0, Math.max(high, 4)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: () => points.map((_, index) => index),
        values: () => points.map((each, index) => (index % step === 0 ? shortened(each.label) : '')),
        rotate: long ? -30 : 0,
        size: long ? 90 : 34,
      },
      { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000], size: 56 },
    ],
    series: [{}, bars(colour('--line-strong'), -1), bars(colour('--good'), 1)],
  };
}

/** @param {string} fill @param {1|-1} side of the middle */
function bars(fill, side) {
  return { fill, stroke: fill, width: 0, points: { show: false }, paths: uPlot.paths.bars({ size: [0.38, 46], align: side, gap: 0 }) };
}

function shortened(label) {
  return label.length > 18 ? `${label.slice(0, 17)}…` : label;
}

customElements.define('st-rates-chart', RatesChart);
