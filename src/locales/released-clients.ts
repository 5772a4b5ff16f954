import { translated } from './translation'
/** What the server says for apps of an earlier release, which do not ask for it. */
export const releasedClientWords = translated('releasedClientWords', {
  /** The reason of a seller who declines a claim in an app that asks for none. */
  noReason: '店家没写原因',
} as const)
