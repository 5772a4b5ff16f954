import { CodePictures } from '../../../../server/modules/storefronts/code-pictures'
import { StorageReserve } from '../../../../server/storage/storage-reserve'
import { readQr } from '../../../support/read-qr'
import { createMemoryBlobs } from '../../support/memory-blobs'
import { picture } from '../../support/pictures'

const LINK = 'https://kz.example.org/s/abcd1234'
const WAIT_MS = 50
const target = { page: 'pages/storefront/shop', scene: 'abcd1234' }

let code: Buffer
let blobs: ReturnType<typeof createMemoryBlobs>
let make: jest.Mock<Promise<Buffer>, []>
let warnings: string[]
let passed: number

beforeEach(async () => {
  code = await picture(300, 300, '#4f7d2a').jpeg().toBuffer()
  blobs = createMemoryBlobs()
  make = jest.fn(async () => code)
  warnings = []
  passed = 0
})

function createPictures({ freeBytes = Number.POSITIVE_INFINITY, waitMs = WAIT_MS } = {}): CodePictures {
  const elapsed = () => passed
  const storage = new StorageReserve({ freeBytes: async () => freeBytes, reserve: 1, elapsed })
  const wechat = { appid: 'wxplatform0001', codeToOpenid: async (text: string) => text, codes: { make } }
  const log = { warn: (_: unknown, message?: string) => void warnings.push(message ?? '') }
  return new CodePictures({ blobs, storage, wechat, elapsed }, log as never, {
    waitMs,
    shortWaitMs: WAIT_MS,
    pauseMs: 60_000,
  })
}

/** True if the picture is the code of the mini-program, and not a QR code of the link. */
async function isCode(pictures: CodePictures, scene = target.scene): Promise<boolean> {
  const { png, maxAge } = await pictures.read({ ...target, scene }, LINK)
  if (maxAge > 60) return true
  expect(await readQr(png)).toBe(LINK)
  return false
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('CodePictures', () => {
  it('stores a code that comes too late for the client that waited for it', async () => {
    make.mockImplementation(async () => {
      await wait(2 * WAIT_MS)
      return code
    })
    const pictures = createPictures()
    expect(await isCode(pictures)).toBe(false)
    while (blobs.names().length === 0) await wait(10)
    expect(await isCode(pictures)).toBe(true)
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('does not wait again while WeChat is slow', async () => {
    make.mockImplementation(() => new Promise(() => undefined))
    const pictures = createPictures()
    expect(await isCode(pictures)).toBe(false)
    expect(await isCode(pictures, 'other123')).toBe(false)
    expect(make).toHaveBeenCalledTimes(1)
    passed = 60_001
    expect(await isCode(pictures, 'other123')).toBe(false)
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('waits only shortly for a code that an earlier client has waited for', async () => {
    make.mockImplementation(() => new Promise(() => undefined))
    const pictures = createPictures({ waitMs: 1000 })
    expect(await isCode(pictures)).toBe(false)
    const begun = performance.now()
    expect(await isCode(pictures)).toBe(false)
    expect(performance.now() - begun).toBeLessThan(900)
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('requests at most eight codes at once', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    make.mockImplementation(async () => {
      await gate
      return code
    })
    const pictures = createPictures({ waitMs: 30_000 })
    const reads = Array.from({ length: 10 }, (_, at) => isCode(pictures, `shop000${at}`))
    await Promise.race(reads)
    open()
    const results = await Promise.all(reads)
    expect(make).toHaveBeenCalledTimes(8)
    expect(results.filter(Boolean)).toHaveLength(8)
  })

  it('finds a code that an earlier server has stored', async () => {
    const { png } = await createPictures().read(target, LINK)
    expect((await createPictures().read(target, LINK)).png).toEqual(png)
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('requests a code again whose file holds another one', async () => {
    const pictures = createPictures()
    await isCode(pictures)
    const [name = ''] = blobs.names()
    const file = await blobs.get(name)
    await blobs.put(name, Buffer.concat([Buffer.alloc(32), file?.subarray(32) ?? Buffer.alloc(0)]))
    expect(await isCode(pictures)).toBe(true)
    expect(make).toHaveBeenCalledTimes(2)
    expect(blobs.names()).toEqual([name])
    expect(await blobs.get(name)).toEqual(file)
  })

  it('keeps the codes of pages and mini-programs apart', async () => {
    const pictures = createPictures()
    await pictures.read(target, LINK)
    await pictures.read({ ...target, page: 'pages/storefront/product' }, LINK)
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('answers with a code that the disk does not take', async () => {
    jest.spyOn(blobs, 'put').mockRejectedValue(new Error('disk full'))
    jest.spyOn(blobs, 'get').mockRejectedValue(new Error('disk broken'))
    expect(await isCode(createPictures())).toBe(true)
    expect(warnings).toHaveLength(2)
  })

  it('stores nothing on a disk without free space', async () => {
    expect(await isCode(createPictures({ freeBytes: 0 }))).toBe(true)
    expect(blobs.names()).toEqual([])
  })

  it('reports a failure of WeChat once a minute', async () => {
    make.mockRejectedValue(new Error('refused'))
    const pictures = createPictures()
    for (const scene of ['abcd1234', 'other123', 'third123'])
      expect(await isCode(pictures, scene)).toBe(false)
    expect(warnings).toHaveLength(1)
  })
})
