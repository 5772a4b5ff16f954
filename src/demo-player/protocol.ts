/** Something on a page as a person finds it: by its name, and by its role where several have the name. */
export interface Target {
  name: string
  role?: string
}

/** The actions of the player in a page. Each waits until the page is ready for it. */
export type PlayerAction =
  /** Opens an address of the same site; done once that page is there. */
  | { do: 'open'; path: string }
  /** Waits for a text. */
  | { do: 'see'; text: string }
  /** Taps something. `photo` is the path of a picture that the page gets when it asks for a photo. */
  | { do: 'tap'; target: Target; photo?: string }
  /** Types into the field of this name. */
  | { do: 'type'; field: string; text: string }
  /** Points at something until a text appears or something can be tapped; the person does it. */
  | { do: 'guide'; target: Target; until: { text: string } | { enabled: Target } }
  /** Reads the slug of the newest shop of this phone. */
  | { do: 'read-shop' }

/** From the server's page to the player in a frame. */
export interface PlayerRequest {
  to: 'demo-player'
  id: number
  action: PlayerAction
  /** A factor of all durations; 1 is the normal pace. */
  pace: number
}

/** From a player to the page that shows its frame. `ready` is sent for each page that is loaded; `acted` before a tap may leave the page. */
export type PlayerMessage =
  | { from: 'demo-player'; kind: 'ready' }
  | { from: 'demo-player'; kind: 'acted'; id: number }
  | { from: 'demo-player'; kind: 'done'; id: number; result?: string }
  | { from: 'demo-player'; kind: 'failed'; id: number; reason: string }
