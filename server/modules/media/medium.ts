/**
 * What people send in as files. Each has a table of what is kept and one of what uses it (`photo`, `photo_use`), alike but
 * for their names, so what is asked of both takes the medium's.
 */
export type Medium = 'photo' | 'voice'
