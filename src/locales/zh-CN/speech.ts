export const speechWords = {
  listen: '听',
  listenLabel: '念给我听',
  stop: '停',
  stopLabel: '停，不念了',
} as const

/** Sentences to be said one after the other, each with its stop; those that are missing are left out. */
export const saidInTurn = (...parts: (string | false | null)[]): string =>
  parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[。！？]$/.test(part) ? part : `${part}。`))
    .join('')
