import path from 'node:path'

/** Folder of the sources: `src`, or the copy with a shop's custom source overlaid. */
export const sourceRoot = process.env.KZ_SRC ?? 'src'

/** @param name of a file or folder of the sources */
export const source = (name = ''): string => path.resolve(__dirname, '..', sourceRoot, name)
