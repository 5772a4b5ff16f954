import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { pages } from '@/routes'
import type { Target } from './arguments'
import { CompileError } from './compile-error'
import { MAX_PICTURE_BYTES } from './embedded-picture'
import type { Files } from './folder'

const KB = 1024

/** The package of a mini-program that holds the page of a group buy. */
export const GROUP_BUY_PACKAGE = path.posix.dirname(pages.groupBuy)

/** Size limits in bytes of a compiled app. */
export const BUDGETS = {
  /** The main package of a mini-program, which is loaded before the first screen, without its shop's data and pictures. */
  weappCode: 350 * KB,
  /** With the packages that are loaded later: of a shop with the sections of its template, and with every kind of section. */
  weappTemplateCode: 400 * KB,
  weappAllCode: 420 * KB,
  /** The package with the page of a group buy. */
  groupBuy: 40 * KB,
  /** WeChat's limit for a package. */
  weappPackage: 2048 * KB,
  picture: MAX_PICTURE_BYTES,
  /** The scripts and styles that a site's page loads, gzipped. */
  firstLoad: 150 * KB,
} as const

export type FileKind = 'scripts' | 'templates' | 'styles' | 'settings' | 'data' | 'pictures' | 'pages'

export interface SizeRow {
  /** `main`, the root of a package that is loaded later, or `site`. */
  package: string
  kind: FileKind
  files: number
  bytes: number
}

const CODE: readonly FileKind[] = ['scripts', 'templates', 'styles', 'settings']

/** The shop's data, whose size depends on the shop. */
const DATA = /^(embedded-shop\.js|project\.config\.json)$/

const KINDS: [RegExp, FileKind][] = [
  [DATA, 'data'],
  [/\.(js|wxs)$/, 'scripts'],
  [/\.wxml$/, 'templates'],
  [/\.(wxss|css)$/, 'styles'],
  [/\.(json|webmanifest)$/, 'settings'],
  [/\.(jpe?g|png|svg|webp)$/, 'pictures'],
]

const kindOf = (name: string): FileKind => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'pages'

/** The roots of the packages of a mini-program that are loaded later. */
function laterPackages(files: Files): string[] {
  const app = JSON.parse(files.get('app.json')?.toString('utf8') ?? '{}') as {
    subPackages?: { root: string }[]
  }
  return (app.subPackages ?? []).map(({ root }) => root)
}

/** Bytes and number of files by package and kind. */
export function measureSizes(target: Target, files: Files): SizeRow[] {
  const roots = target === 'weapp' ? laterPackages(files) : []
  const first = target === 'weapp' ? 'main' : 'site'
  const rows = new Map<string, SizeRow>()
  for (const [name, bytes] of files) {
    const kind = kindOf(name)
    const part = roots.find((root) => name.startsWith(`${root}/`)) ?? first
    const key = `${part} ${kind}`
    const row = rows.get(key) ?? { package: part, kind, files: 0, bytes: 0 }
    rows.set(key, { ...row, files: row.files + 1, bytes: row.bytes + bytes.length })
  }
  return [...rows.values()].sort((a, b) => b.bytes - a.bytes)
}

const sum = (rows: readonly SizeRow[]) => rows.reduce((bytes, row) => bytes + row.bytes, 0)

export const codeBytes = (rows: readonly SizeRow[]): number =>
  sum(rows.filter(({ kind }) => CODE.includes(kind)))

const isMain = (row: SizeRow) => row.package === 'main'

const NAMED = /\b(?:src|href)="?\.\/((?:js|css)\/[^"\s>]+)/g

/** Gzipped bytes of the scripts and styles that the site's page names. */
function firstLoad(files: Files): number {
  const page = files.get('index.html')?.toString('utf8') ?? ''
  const names = new Set([...page.matchAll(NAMED)].map(([, name]) => name ?? ''))
  return [...names].reduce((bytes, name) => bytes + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0)
}

const describeOverrun = (what: string, bytes: number, maxBytes: number) =>
  bytes > maxBytes ? [`${what} has ${(bytes / KB).toFixed(1)} KB, more than ${maxBytes / KB} KB`] : []

function overBudget(files: Files, rows: readonly SizeRow[]): string[] {
  const pictures = [...files].filter(([name]) => kindOf(name) === 'pictures')
  return [
    ...describeOverrun('its main package', codeBytes(rows.filter(isMain)), BUDGETS.weappCode),
    ...describeOverrun('its code', codeBytes(rows), BUDGETS.weappAllCode),
    ...describeOverrun(
      'its page of a group buy',
      codeBytes(rows.filter((row) => row.package === GROUP_BUY_PACKAGE)),
      BUDGETS.groupBuy,
    ),
    ...describeOverrun('its package', sum(rows), BUDGETS.weappPackage),
    ...pictures.flatMap(([name, bytes]) => describeOverrun(name, bytes.length, BUDGETS.picture)),
  ]
}

/** Throws `over-budget` for an app that is too large. */
export function checkSizes(target: Target, files: Files, rows: readonly SizeRow[]): void {
  const over =
    target === 'weapp'
      ? overBudget(files, rows)
      : describeOverrun('its first load (gzip)', firstLoad(files), BUDGETS.firstLoad)
  if (over.length > 0)
    throw new CompileError('over-budget', `The ${target} app is too large: ${over.join('; ')}.`)
}

export function formatSizeTable(rows: readonly SizeRow[]): string {
  const line = (name: string, kind: string, files: string, bytes: number) =>
    `  ${name.padEnd(14)} ${kind.padEnd(10)} ${files.padStart(5)} ${(bytes / KB).toFixed(1).padStart(9)} KB`
  const all = rows.reduce((count, { files }) => count + files, 0)
  return [
    ...rows.map((row) => line(row.package, row.kind, String(row.files), row.bytes)),
    line('', 'total', String(all), sum(rows)),
  ].join('\n')
}
