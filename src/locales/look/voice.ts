import { translated } from '../translation'

/** A duration in whole seconds, at least 1. */
const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1000))} 秒`

export const voiceWords = translated('voiceWords', {
  listen: '听一听',
  stop: '停一停',
  seconds,
  failed: '没放出来。看看有没有网，再按一次。',
} as const)
