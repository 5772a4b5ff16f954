/** The next action of the simulated user. */
export type UserAction =
  | { do: 'tap'; name: string }
  | { do: 'photograph'; name: string }
  | { do: 'type'; name: string; text: string }
  | { do: 'wait' }
  | { do: 'nothing more' }

export const tap = (name: string): UserAction => ({ do: 'tap', name })
/** Taps what opens the camera and takes the picture. */
export const photograph = (name: string): UserAction => ({ do: 'photograph', name })
export const type = (name: string, text: string): UserAction => ({ do: 'type', name, text })
