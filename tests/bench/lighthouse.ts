import lighthouse, { type RunnerResult } from 'lighthouse'
import { chromium } from 'playwright-core'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { LAUNCH_OPTIONS } from '../support/chromium'
import { freePort } from '../support/free-port'
import { startServer } from '../support/server-process'
import { exitAfter, median, printTable, type Row, rowOf } from './table'
import { openTemplateShops } from './template-shops'

const RUNS = 3
/** Lighthouse warns below this speed of the machine, since its CPU times are those of other programs then. */
const MIN_MACHINE = 1000
/** Runs at a lower speed do not count, as long as so many remain. */
const MAX_SLOW_RUNS = 3
const MAX_RUN_MS = 90_000
const MIN_PERFORMANCE = 95
/** The other categories: their audits either pass or fail. */
const COMPLETE = 100
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  scores: number[]
  /** Audits that lower another score than that of performance. */
  failed: string[]
  times: { FCP: number; LCP: number; TBT: number; CLS: number }
  largest: string
  /** Speed of the machine during the run, as Lighthouse measures it; noise lowers it. */
  machine: number
}

/** Lighthouse's mobile preset: a slow 4G network and a CPU four times slower, both simulated. */
async function auditOnce(url: string, port: number): Promise<Report> {
  const audit = lighthouse(url, {
    ...{ port, logLevel: 'error', output: 'json', maxWaitForLoad: MAX_RUN_MS / 2 },
    onlyCategories: [...CATEGORIES],
  })
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no report of ${url} in time`)), MAX_RUN_MS)
  })
  const result = await Promise.race([audit, timeout]).finally(() => clearTimeout(timer))
  if (!result || result.lhr.runtimeError)
    throw new Error(`no report of ${url}: ${result?.lhr.runtimeError?.message}`)
  return reportOf(result.lhr)
}

function reportOf(lhr: RunnerResult['lhr']): Report {
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
  const failed = CATEGORIES.slice(1).flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  )
  return {
    scores: CATEGORIES.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100)),
    failed,
    times: {
      FCP: value('first-contentful-paint'),
      LCP: value('largest-contentful-paint'),
      TBT: value('total-blocking-time'),
      CLS: value('cumulative-layout-shift'),
    },
    largest: largestElement(lhr),
    machine: lhr.environment.benchmarkIndex,
  }
}

/** Returns the selector of the element whose paint was the largest. */
function largestElement(lhr: RunnerResult['lhr']): string {
  const text = JSON.stringify(lhr.audits['largest-contentful-paint-element']?.details ?? {})
  const selector = /"selector":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? 'none'
  return selector.split(' > ').at(-1) ?? selector
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

function rowsOf(name: string, reports: Report[]): Row[] {
  const of = (pick: (report: Report) => number) => median(reports.map(pick))
  const [performance = 0, ...others] = CATEGORIES.map((_, at) => of(({ scores }) => scores[at] ?? 0))
  const isComplete = others.every((score) => score === COMPLETE)
  const failed = [...new Set(reports.flatMap((report) => report.failed))]
  const times = [
    `FCP ${seconds(of(({ times }) => times.FCP))}`,
    `LCP ${seconds(of(({ times }) => times.LCP))}`,
    `TBT ${of(({ times }) => times.TBT).toFixed(0)} ms`,
    `CLS ${of(({ times }) => times.CLS).toFixed(3)}`,
  ]
  return [
    rowOf(
      `${name}: performance, accessibility, best practices, SEO`,
      [performance, ...others].join(', '),
      `≥ ${MIN_PERFORMANCE}, ${COMPLETE}`,
      performance >= MIN_PERFORMANCE && isComplete,
    ),
    rowOf(`  ${times.join(', ')}`, reports.map(({ scores }) => scores[0]).join(' ')),
    rowOf(`  largest: ${[...new Set(reports.map(({ largest }) => largest))].join(', ')}`, ''),
    ...(failed.length > 0 ? [rowOf(`  failed: ${failed.join(', ')}`, '')] : []),
  ]
}

/** Audits a page `RUNS` times while the machine is fast enough. */
async function auditPage(url: string, port: number): Promise<Report[]> {
  // the server renders and caches the page at its first visit
  await fetch(url)
  const reports: Report[] = []
  for (let slowRuns = 0; reports.length < RUNS; ) {
    const report = await auditOnce(url, port)
    if (report.machine >= MIN_MACHINE || slowRuns++ >= MAX_SLOW_RUNS) reports.push(report)
  }
  return reports
}

/** Words in the command choose pages by their names: `npm run bench:lighthouse -- home orchard`. */
const chosen = process.argv.slice(2)

async function run() {
  await buildServer()
  await buildH5()
  const port = await freePort()
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'warn' })
  const browser = await chromium.launch({
    ...LAUNCH_OPTIONS,
    args: [
      ...LAUNCH_OPTIONS.args,
      `--remote-debugging-port=${port}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
  try {
    const shops = await openTemplateShops(server.origin)
    const pages = [
      ...shops.map(({ template, slug }) => ({ name: template, path: `/s/${slug}` })),
      { name: 'home', path: '/' },
      { name: 'wizard', path: '/open' },
    ].filter(({ name }) => chosen.length === 0 || chosen.includes(name))
    const rows: Row[] = []
    const machine: number[] = []
    for (const { name, path } of pages) {
      const reports = await auditPage(server.origin + path, port)
      rows.push(...rowsOf(name, reports))
      machine.push(...reports.map((report) => report.machine))
    }
    rows.push(
      rowOf('speed of this machine (noise lowers it)', `${Math.min(...machine)} to ${Math.max(...machine)}`),
    )
    return printTable(`bench:lighthouse (mobile, median of ${RUNS})`, rows)
  } finally {
    await browser.close()
    await server.dispose()
  }
}

exitAfter(run())
