import type { FramePlayer } from './frame-player'

export interface PlayerFrameProps {
  /** The address that the frame opens. */
  src: string
  /** Accessible name of the frame. */
  title: string
  /** Gets the player of the frame once it is there, and `null` when it goes. */
  onPlayer(player: FramePlayer | null): void
}
