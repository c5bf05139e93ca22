// The market's page: asks this service's own API, and nothing else.
const EVERY_MS = 2000;
const texts = {
  zh: {
    title: "全国碳排放权交易市场", skip: "跳到行情日报", market: "市场", quote: "实时行情",
    cumulative: "开市以来累计", chart: "日线", sheet: "行情日报", csv: "下载 CSV", asOf: "数据截至",
    product: "产品", day: "日期", last: "最新价", change: "涨跌", percent: "涨跌幅", open: "开盘",
    high: "最高", low: "最低", close: "收盘", previousClose: "昨收", volume: "成交量(吨)",
    amount: "成交额(元)", bid: "买一", ask: "卖一", state: "状态", FINAL: "收市",
    PROVISIONAL: "交易中", trades: "成交笔数", quiet: "● 对账无差异", moving: "○ 对账进行中",
    broken: count => `▲ 对账差异 ${count} 项`, away: "暂时无法获取数据", none: "暂无数据",
  },
  en: {
    title: "National carbon market", skip: "Skip to the daily sheet", market: "Market",
    quote: "Live quote", cumulative: "Since launch", chart: "Daily candles", sheet: "Daily sheet",
    csv: "Download CSV", asOf: "As of", product: "Product", day: "Day", last: "Last",
    change: "Change", percent: "Change %", open: "Open", high: "High", low: "Low", close: "Close",
    previousClose: "Previous", volume: "Volume (t)", amount: "Amount (yuan)", bid: "Best bid",
    ask: "Best ask", state: "State", FINAL: "final", PROVISIONAL: "provisional", trades: "Trades",
    quiet: "● Books reconciled", moving: "○ Books in motion",
    broken: count => `▲ ${count} reconciliation breaks`, away: "No data for now", none: "No data yet",
  },
};

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
let shown = {};
let chart;
const byId = id => document.getElementById(id);
const text = key => texts[language][key];

/** Groups the digits of a decimal string; the figure itself stays as the service wrote it. */
const figure = value =>
  value === undefined ? "–" : String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");

function table(id, columns, rows) {
  const head = document.createElement("tr");
  for (const [name] of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text(name);
    head.append(cell);
  }
  const lines = rows.map(row => {
    const line = document.createElement("tr");
    for (const [name, value] of columns) {
      const cell = document.createElement("td");
      cell.textContent = figure(value(row));
      if (name === "change" || name === "percent") {
        const shownValue = String(value(row) ?? "0");
        cell.className = shownValue.startsWith("-") ? "fall" : /[1-9]/.test(shownValue) ? "rise" : "";
      }
      line.append(cell);
    }
    return line;
  });
  byId(id).tHead.replaceChildren(head);
  byId(id).tBodies[0].replaceChildren(...lines);
}

const sheetColumns = [
  ["day", s => s.day], ["product", s => s.product], ["previousClose", s => s.previousClose],
  ["open", s => s.open], ["high", s => s.high], ["low", s => s.low], ["close", s => s.close],
  ["change", s => s.change], ["percent", s => s.changePercent], ["volume", s => s.volume],
  ["amount", s => s.amount], ["trades", s => s.trades], ["state", s => text(s.state)],
];
const level = found => (found ? `${found.price} × ${figure(found.quantity)}` : undefined);
const quoteColumns = [
  ["product", q => q.product], ["last", q => q.last], ["open", q => q.open], ["high", q => q.high],
  ["low", q => q.low], ["previousClose", q => q.previousClose], ["volume", q => q.volume],
  ["amount", q => q.amount], ["bid", q => level(q.bids[0])], ["ask", q => level(q.asks[0])],
];

function totals(market) {
  const entries = [["volume", market.volume], ["amount", market.amount], ["trades", market.trades]];
  byId("total").replaceChildren(...entries.map(([name, value]) => {
    const pair = document.createElement("div");
    const term = document.createElement("dt");
    const told = document.createElement("dd");
    term.textContent = text(name);
    told.textContent = figure(value);
    told.id = `total-${name}`;
    pair.append(term, told);
    return pair;
  }));
}

function candles(sheets) {
  if (!window.echarts) return;
  chart ??= echarts.init(byId("chart"));
  const style = getComputedStyle(document.documentElement);
  const color = name => style.getPropertyValue(name).trim();
  const product = sheets[0]?.product;
  const days = sheets.filter(s => s.product === product && s.open && s.close);
  const axis = { axisLine: { lineStyle: { color: color("--soft") } }, axisLabel: { color: color("--soft") } };
  const candle = s => [s.open, s.close, s.low ?? s.open, s.high ?? s.open];
  const bars = { name: text("volume"), type: "bar", xAxisIndex: 1, yAxisIndex: 1,
    itemStyle: { color: color("--accent") }, data: days.map(s => s.volume) };
  chart.setOption({
    animation: false, textStyle: { color: color("--ink") }, tooltip: { trigger: "axis" },
    grid: [{ left: 64, right: 16, top: 16, height: "58%" }, { left: 64, right: 16, top: "76%", height: "14%" }],
    xAxis: [{ ...axis, data: days.map(s => s.day) }, { ...axis, gridIndex: 1, data: days.map(s => s.day), show: false }],
    yAxis: [{ ...axis, scale: true, splitLine: { lineStyle: { color: color("--line") } } },
      { ...axis, gridIndex: 1, splitNumber: 1, splitLine: { show: false } }],
    series: [{ name: product, type: "candlestick", data: days.map(candle), itemStyle: {
      color: color("--rise"), color0: color("--fall"), borderColor: color("--rise"), borderColor0: color("--fall") } }, bars],
  }, true);
}

function light(report) {
  const kind = report.breakCount > 0 ? "broken" : report.quiet ? "quiet" : "moving";
  const told = text(kind);
  say(typeof told === "function" ? told(report.breakCount) : told, kind);
}

/** Only a change is written, so that a screen reader is not told the same every two seconds. */
function say(words, kind) {
  if (byId("light").textContent !== words) byId("light").textContent = words;
  byId("light").className = kind;
}

function show() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.querySelectorAll("[data-text]").forEach(e => { e.textContent = text(e.dataset.text); });
  byId("language").textContent = language === "zh" ? "English" : "中文";
  byId("language").lang = language === "zh" ? "en" : "zh-CN";
  if (!shown.sheets) return;
  table("quotes", quoteColumns, shown.quotes);
  table("sheets", sheetColumns, [...shown.sheets].reverse());
  totals(shown.total);
  candles(shown.sheets);
  light(shown.report);
  byId("as-of").textContent = shown.asOf ?? text("none");
}

async function ask(path) {
  const answer = await fetch(`/api/v1/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function refresh() {
  const market = byId("market").value;
  try {
    const [sheets, cumulative, quotes, report] = await Promise.all([
      ask(`daily-sheets?market=${market}`), ask(`cumulative?market=${market}`),
      ask(`quotes?market=${market}`), ask("reconciliation")]);
    const next = { sheets: sheets.sheets, total: cumulative.markets[0], quotes: quotes.quotes, report,
      asOf: report.asOf.time };
    if (JSON.stringify(next) !== JSON.stringify(shown)) {
      shown = next;
      show();
    }
  } catch (failed) {
    say(text("away"), "");
    shown = {};
  }
}

async function keepFresh() {
  if (!document.hidden) await refresh();
  setTimeout(keepFresh, EVERY_MS);
}

byId("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
  show();
});
byId("market").addEventListener("change", refresh);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
addEventListener("resize", () => chart?.resize());
addEventListener("load", show);
show();
keepFresh();
