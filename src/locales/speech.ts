import { translated } from './translation'
export const speechWords = translated('speechWords', {
  listen: '听',
  listenLabel: '念给我听',
  stop: '停',
  stopLabel: '停，不念了',
} as const)

/** Joins sentences for speech and adds missing full stops; falsy parts are omitted. */
export const joinSentences = translated('joinSentences', (...parts: (string | false | null)[]): string =>
  parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[。！？]$/.test(part) ? part : `${part}。`))
    .join(''),
)
