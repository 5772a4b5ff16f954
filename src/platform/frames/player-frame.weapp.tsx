import type { PlayerFrameProps } from './player-frame-types'

/** Mini-programs show only sites that WeChat has admitted. */
export const canShowFrames: boolean = false

export const PlayerFrame = (_props: PlayerFrameProps): null => null
