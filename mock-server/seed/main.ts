import { makeSeed } from './make-seed'

// makes the seed of all demo worlds in a folder, while the server is built
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: demo-seed.mjs <folder>')
await makeSeed(folder)
