/**
 * A kind of uploaded file. Each kind has a table of files and one of their uses (`photo`, `photo_use`) with the same
 * columns, so queries for both take the kind as a parameter.
 */
export type MediaKind = 'photo' | 'voice'
