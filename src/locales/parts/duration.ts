const minutes = (ms: number) => Math.floor(ms / 60_000)
const seconds = (ms: number) => Math.floor(ms / 1000) % 60

/** A duration as a stopwatch shows it: 1:20. */
export const clockWords = (ms: number): string => `${minutes(ms)}:${String(seconds(ms)).padStart(2, '0')}`

/** A duration in words: 2 分 41 秒, 41 秒. */
export const durationWords = (ms: number): string =>
  minutes(ms) > 0 ? `${minutes(ms)} 分 ${seconds(ms)} 秒` : `${seconds(ms)} 秒`
