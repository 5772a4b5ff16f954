import { createHash } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { CODE_SIDE, CODE_VERSION, type CodeTarget, type WechatCodes } from '../../gateways/wechat-code'
import { compressCode, renderQr } from './draw-code'

export interface CodePicture {
  png: Buffer
  /** For how long clients may cache it, in seconds. */
  maxAge: number
}

interface CodeTimes {
  /** How long a request waits for WeChat, in ms. A poster waits no longer than four seconds. */
  waitMs: number
  /** How long further requests wait while WeChat is slow, in ms. */
  shortWaitMs: number
  /** How long WeChat is left alone after it made no code, in ms. */
  pauseMs: number
}

const TIMES: CodeTimes = { waitMs: 3000, shortWaitMs: 300, pauseMs: 60_000 }

/** Codes that are requested from WeChat at once. A client of a further one gets a QR code. */
const MAX_REQUESTS = 8

const MAX_AGE = { code: 3600, qr: 3600, replacement: 60 } as const

/** The length of a digest in bytes, which is also the head of a stored file. */
const DIGEST = 32

type CodeDependencies = Pick<AppDependencies, 'blobs' | 'storage' | 'wechat' | 'elapsed'>

type Code = Buffer | undefined

/**
 * Makes the pictures of codes: the mini-program's code where the installation has a mini-program, else a QR code of a link. A code is
 * requested once and stored. When WeChat is slow or refuses, the QR code replaces the code for a minute.
 */
export class CodePictures {
  private readonly lookups = new Map<string, Promise<Code>>()
  private requests = 0
  private pausedUntil = Number.NEGATIVE_INFINITY

  constructor(
    private readonly deps: CodeDependencies,
    private readonly log: Pick<FastifyBaseLogger, 'warn'>,
    private readonly times: CodeTimes = TIMES,
  ) {}

  /** Returns the picture of a code that opens the target in WeChat, or else the link. */
  async read(target: CodeTarget, link: string): Promise<CodePicture> {
    const { wechat } = this.deps
    const code = wechat?.codes && (await this.wait(this.find(wechat.codes, wechat.appid, target)))
    if (code) return { png: code, maxAge: MAX_AGE.code }
    const maxAge = wechat?.codes ? MAX_AGE.replacement : MAX_AGE.qr
    return { png: await renderQr(link, CODE_SIDE), maxAge }
  }

  /** Finds a code; clients of the same code share one look-up. */
  private find(codes: WechatCodes, appid: string, target: CodeTarget): Promise<Code> {
    const key = JSON.stringify([appid, target.page, target.scene, CODE_VERSION, CODE_SIDE])
    const known = this.lookups.get(key)
    if (known) return known
    const digest = createHash('sha256').update(key).digest()
    const lookup = this.readOrRequest(codes, digest, target).finally(() => this.lookups.delete(key))
    this.lookups.set(key, lookup)
    return lookup
  }

  private async readOrRequest(codes: WechatCodes, digest: Buffer, target: CodeTarget): Promise<Code> {
    const stored = await this.readStored(digest)
    if (stored) return stored
    if (this.requests >= MAX_REQUESTS || this.isPaused()) return undefined
    this.requests++
    const png = await this.request(codes, target).finally(() => this.requests--)
    if (png) await this.store(digest, png)
    return png
  }

  /** Requests a code; `undefined` when WeChat makes none. */
  private async request(codes: WechatCodes, target: CodeTarget): Promise<Code> {
    try {
      // a picture that cannot be decoded is none
      const png = await compressCode(await codes.make(target))
      this.pausedUntil = Number.NEGATIVE_INFINITY
      return png
    } catch (error) {
      this.pause()
      this.log.warn({ err: error }, 'WeChat made no mini-program code: posters have QR codes meanwhile')
      return undefined
    }
  }

  /** Waits a little for a look-up, which goes on after that: the next client finds its code stored. */
  private async wait(lookup: Promise<Code>): Promise<Code> {
    const ms = this.isPaused() ? this.times.shortWaitMs : this.times.waitMs
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.pause()
        resolve(undefined)
      }, ms)
    })
    return Promise.race([lookup, late]).finally(() => clearTimeout(timer))
  }

  private isPaused(): boolean {
    return this.deps.elapsed() < this.pausedUntil
  }

  private pause(): void {
    this.pausedUntil = this.deps.elapsed() + this.times.pauseMs
  }

  private async readStored(digest: Buffer): Promise<Code> {
    try {
      const file = await this.deps.blobs.get(fileName(digest))
      return file?.subarray(0, DIGEST).equals(digest) ? file.subarray(DIGEST) : undefined
    } catch (error) {
      this.log.warn({ err: error }, 'a stored mini-program code could not be read')
      return undefined
    }
  }

  private async store(digest: Buffer, png: Buffer): Promise<void> {
    try {
      if (await this.deps.storage.isLow()) return
      await this.deps.blobs.put(fileName(digest), Buffer.concat([digest, png]))
    } catch (error) {
      this.log.warn({ err: error }, 'a mini-program code could not be stored')
    }
  }
}

/**
 * The file of a code. Codes share 4,096 files, so that they take at most about 150 MB however many shops and products come and go; the
 * head of a file tells whose code it is. Backups leave these files out.
 */
const fileName = (digest: Buffer): string => `${digest.toString('hex', 0, 2).slice(0, 3)}.code`
