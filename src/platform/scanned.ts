/** What came of reading a code: its text; a picture without one; nothing, as people changed their mind; or it cannot be done now. */
export type Scanned = { kind: 'read'; text: string } | { kind: 'none' | 'cancelled' | 'unable' }
