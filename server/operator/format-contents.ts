import type { readBlockAppeals } from '../modules/appeals/block-appeals'
import type { WaitingContent } from '../modules/operator/waiting-contents'

const formatMoment = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ')

/** Formats contents as text: the id, since when it waits, why, what it says, where it is used, and appeals. */
export const formatContents = (contents: readonly WaitingContent[]): string =>
  contents
    .map(({ id, text, path, verdict, label, since, appeals, uses }) => {
      const nameOf = (slug: string | null) => (slug ? `/s/${slug}` : 'no shop')
      const why = verdict === 'risky' ? 'appeal' : label === null ? 'unchecked' : `doubtful ${label}`
      return [
        `${id}  ${formatMoment(since)}  ${why}`,
        `  ${path ?? text ?? ''}`,
        ...(uses.length > 0
          ? [`  ${uses.map(({ slug, place }) => `${nameOf(slug)} ${place}`).join(', ')}`]
          : []),
        ...appeals.map(({ slug, note }) => `  ${nameOf(slug)}: ${note}`),
      ].join('\n')
    })
    .join('\n')

/** Formats appeals of blocked shops as text: since when, why the shop is blocked, and what its owner says. */
export const formatBlockAppeals = (appeals: Awaited<ReturnType<typeof readBlockAppeals>>): string =>
  appeals
    .map(({ slug, appealedAt, reason, ownerReason, answered, note }) =>
      [
        `/s/${slug}  ${formatMoment(appealedAt)}  blocked${reason ? `: ${reason}` : ''}`,
        ...(ownerReason ? [`  told: ${ownerReason}`] : []),
        ...(answered ? [`  answered before: ${answered}`] : []),
        `  ${note}`,
      ].join('\n'),
    )
    .join('\n')
