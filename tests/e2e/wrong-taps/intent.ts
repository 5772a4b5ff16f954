/** What somebody is about to do. */
export type Intent =
  | { do: 'tap'; name: string }
  | { do: 'photograph'; name: string }
  | { do: 'type'; name: string; text: string }
  | { do: 'wait' }
  | { do: 'nothing more' }

export const tap = (name: string): Intent => ({ do: 'tap', name })
/** Taps what opens the camera, and this time takes the picture. */
export const photograph = (name: string): Intent => ({ do: 'photograph', name })
export const type = (name: string, text: string): Intent => ({ do: 'type', name, text })
