import type { Look } from '@/domain/look/look'
import type { PageFiles } from '../server/http/pages/site'
import { type Files, textOf } from './folder'
import { GROUP_BUY_PACKAGE } from './sizes'

/** The path of the page in the list of files of a site. */
const SITE_PATH = '/group-buy'

/** True if a look has the section that shows group buys; other apps need no page of a group buy. */
export const showsGroupBuys = ({ sections }: Look): boolean =>
  sections.some(({ kind }) => kind === 'group-order')

/** Removes the page of a group buy, its package, from the files of a mini-program. */
export function removeGroupBuyPage(files: Files): void {
  for (const name of files.keys()) if (name.startsWith(`${GROUP_BUY_PACKAGE}/`)) files.delete(name)
  const app = JSON.parse(textOf(files, 'app.json')) as { subPackages?: { root: string }[] }
  const subPackages = app.subPackages?.filter(({ root }) => root.replace(/\/$/, '') !== GROUP_BUY_PACKAGE)
  files.set('app.json', Buffer.from(JSON.stringify({ ...app, ...(subPackages && { subPackages }) })))
}

/** The files of a site that only the page of a group buy loads. */
export function groupBuyFiles({ start, pages: filesOf }: PageFiles): ReadonlySet<string> {
  const own = new Set(filesOf[SITE_PATH])
  const page = JSON.stringify(filesOf[SITE_PATH])
  const others = Object.values(filesOf).filter((files) => JSON.stringify(files) !== page)
  for (const name of [...start, ...others.flat()]) own.delete(name)
  return own
}
