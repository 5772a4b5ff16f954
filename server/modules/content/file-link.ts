import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ContentKind } from '@/domain/content'
import type { AppDependencies } from '../../dependencies'
import { HOUR_MS } from '../../jobs/intervals'

type FileKind = Exclude<ContentKind, 'text'>
type Deps = Pick<AppDependencies, 'secret' | 'clock'>

/** How long an address works, in ms; WeChat downloads a file soon after the request. */
const LINK_MS = HOUR_MS

const EXTENSIONS: Record<FileKind, string> = { photo: 'jpg', voice: 'mp3' }

const sign = ({ secret }: Deps, kind: FileKind, hash: string, until: number): string =>
  createHmac('sha256', secret)
    .update(`checked-file:${kind}:${hash}:${until}`)
    .digest('base64url')
    .slice(0, 32)

/** The address from which a checking service downloads a file, also one that is hidden. It works for an hour. */
export function filePath(deps: Deps, kind: FileKind, hash: string): string {
  const until = deps.clock() + LINK_MS
  return `/checked-files/${kind}/${hash}.${until}.${sign(deps, kind, hash, until)}.${EXTENSIONS[kind]}`
}

const PARTS = /^([0-9a-f]{32})\.(\d{1,16})\.([\w-]{32})\.(jpg|mp3)$/

/** Returns the hash of the file that a valid address names; `undefined` for a forged or expired one. */
export function readFileLink(deps: Deps, kind: FileKind, name: string): string | undefined {
  const [, hash = '', until = '', signature = '', extension] = PARTS.exec(name) ?? []
  if (extension !== EXTENSIONS[kind] || deps.clock() >= Number(until)) return undefined
  const expected = Buffer.from(sign(deps, kind, hash, Number(until)))
  const actual = Buffer.from(signature)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? hash : undefined
}
