import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CompileError } from './compile-error'
import { readBase } from './h5/site-base'

export const TARGETS = ['weapp', 'h5'] as const
export type Target = (typeof TARGETS)[number]

export interface CompileOptions {
  /** Slugs, or paths of exported shops. */
  shops: readonly string[]
  targets: readonly Target[]
  /** Output folder. With several shops each gets a subfolder, and so does each of several targets. */
  out: string
  api: string | undefined
  appid: string
  base: string
  /** Accepts a server without https, which WeChat's developer tools can reach and phones cannot. */
  dev: boolean
  json: boolean
  /** Writes only `ext.json`, for a template that was uploaded before. */
  extOnly: boolean
  /** Builds from source with only the sections of this shop. */
  full: boolean
  /** Folder of the shop's custom source, if any. */
  customSource: string | undefined
}

export const USAGE = `usage: npm run shop:compile -- --shop <slug, shop.json, folder or .zip> [--shop …] --target weapp|h5|all --out DIR
  --api URL      where the shop is, and where its app sends orders (http://127.0.0.1:4180)
                 a mini-program needs https://
  --appid wx…    the mini-program's appid
  --dev          a mini-program for the developer tools on this machine, without https
  --base PATH    where the site will lie: /path/, or better https://host/path/;
                 of several shops, each in a folder of its slug below it
  --ext-only     ext.json alone, for a template already uploaded (weapp)
  --full         build from source, with this shop's sections alone
  --own DIR      the same, with this shop's own source: files that stand in DIR as src/ has them
                 (templates/, ui/, features/, pages/, locales/) come in the place of the project's, or besides
  --json         for machines`

/** Placeholder appid: WeChat's developer tools open such a project for viewing. */
const NO_APPID = 'touristappid'

const optionSpecs = {
  shop: { type: 'string', multiple: true },
  target: { type: 'string' },
  out: { type: 'string' },
  api: { type: 'string' },
  appid: { type: 'string' },
  base: { type: 'string', default: '/' },
  dev: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'ext-only': { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  own: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: optionSpecs }).values
  } catch (error) {
    throw new CompileError('usage', `${(error as Error).message}\n${USAGE}`)
  }
}

function requireOption(name: string, value: string | undefined): string {
  if (value) return value
  throw new CompileError('usage', `--${name} is missing.\n${USAGE}`)
}

function readShops(given: string[] = []): string[] {
  requireOption('shop', given[0])
  return [...new Set(given)]
}

function readTargets(text: string): readonly Target[] {
  const found = text === 'all' ? TARGETS : TARGETS.filter((target) => target === text)
  if (found.length === 0)
    throw new CompileError('usage', `--target "${text}" must be weapp, h5 or all.\n${USAGE}`)
  return found
}

function readApi(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new CompileError('usage', `--api "${text}" must be an address like https://shop.example.org.`)
  return url.origin
}

/** Validates a WeChat appid: wx and 16 hexadecimal digits. */
function readAppid(text: string | undefined): string {
  if (text === undefined || text === NO_APPID) return NO_APPID
  if (/^wx[0-9a-f]{16}$/.test(text)) return text
  throw new CompileError(
    'bad-appid',
    `--appid "${text}" is none: it is wx and 16 digits (0-9, a-f), as mp.weixin.qq.com shows it under 开发设置.`,
  )
}

/** Parses the arguments; `undefined` for `--help`. */
export function readArguments(args: string[]): CompileOptions | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const targets = readTargets(
    values['ext-only'] ? (values.target ?? 'weapp') : requireOption('target', values.target),
  )
  const appid = readAppid(values.appid)
  if (values['ext-only'] && (targets.length !== 1 || targets[0] !== 'weapp' || appid === NO_APPID))
    throw new CompileError('usage', `--ext-only is for --target weapp, and needs the shop's own --appid.`)
  const shops = readShops(values.shop)
  if (values.own !== undefined && (shops.length > 1 || values['ext-only']))
    throw new CompileError('usage', '--own is the source of one shop: name one --shop, without --ext-only.')
  return {
    shops,
    targets,
    out: resolve(requireOption('out', values.out)),
    api: readApi(values.api),
    appid,
    base: readBase(values.base),
    dev: values.dev,
    json: values.json,
    extOnly: values['ext-only'],
    full: values.full || values.own !== undefined,
    customSource: values.own,
  }
}
