import type { FollowEvents } from './network-types'

/** Mini-programs have no server-sent events. */
export const followEvents: FollowEvents = () => () => undefined
