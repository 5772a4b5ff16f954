import type { Phone } from '../e2e/phone/phone'

const TAP_SECONDS = 0.8
const READ_A_SECOND = 12
const TYPE_SECONDS = 1

/** Characters of a screen that she has not read yet; whole lines, since what stood there before is known. */
function unread(text: string, known: Set<string>): number {
  const lines = text.split('\n').map((line) => line.trim())
  const fresh = lines.filter((line) => line && !known.has(line))
  for (const line of fresh) known.add(line)
  return fresh.join('').replace(/\s/g, '').length
}

/**
 * Somebody with a phone who reads every visible text before each tap, taps in 0.8 s and types a character a second.
 * Digits on the own pad are one input, as one number is typed. Wraps a phone and keeps the time.
 */
export class ScriptedPerson implements Phone {
  readonly kind: Phone['kind']
  private readonly known = new Set<string>()
  private time = 0
  private taps = 0
  private typed = 0
  private read = 0
  private numberOpen = false

  constructor(private readonly phone: Phone) {
    this.kind = phone.kind
  }

  private async readScreen() {
    const fresh = unread(await this.phone.text(), this.known)
    this.read += fresh
    this.time += fresh / READ_A_SECOND
  }

  async tap(words: string) {
    await this.readScreen()
    const digit = /^[\d.]$/.test(words)
    if (digit && !this.numberOpen) this.typed += 1
    this.numberOpen = digit
    this.time += digit ? TYPE_SECONDS : TAP_SECONDS
    this.taps += 1
    await this.phone.tap(words)
  }

  async type(label: string, text: string) {
    await this.readScreen()
    this.typed += 1
    this.time += text.length * TYPE_SECONDS
    await this.phone.type(label, text)
  }

  tally() {
    return { seconds: this.time, inputs: this.typed, taps: this.taps, characters: this.read }
  }

  tapTwice = (words: string) => this.phone.tapTwice(words)
  open = (path: string, params?: Record<string, string>) => this.phone.open(path, params)
  see = (words: string, timeout?: number) => this.phone.see(words, timeout)
  seeNo = (words: string) => this.phone.seeNo(words)
  text = () => this.phone.text()
  willPhotograph = (picture: Buffer | null) => this.phone.willPhotograph(picture)
  cutNetwork = () => this.phone.cutNetwork()
  restoreNetwork = () => this.phone.restoreNetwork()
  restart = () => this.phone.restart()
  screenshot = (file: string) => this.phone.screenshot(file)
  params = () => this.phone.params()
  copied = () => this.phone.copied()
  errors = () => this.phone.errors()
  close = () => this.phone.close()
}
