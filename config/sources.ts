import path from 'node:path'

/** Where the sources are: of a shop that has some of its own, they are mixed into a copy. */
export const sourceRoot = process.env.KZ_SRC ?? 'src'

/** @param name of a file or folder of the sources */
export const source = (name = ''): string => path.resolve(__dirname, '..', sourceRoot, name)
