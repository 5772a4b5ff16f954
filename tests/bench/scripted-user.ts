import type { Phone } from '../e2e/phone/phone'

const TAP_SECONDS = 0.8
const READ_A_SECOND = 12
const TYPE_SECONDS = 1

/** Returns the number of characters in lines of a screen that were not read before. */
function countNewCharacters(text: string, known: Set<string>): number {
  const lines = text.split('\n').map((line) => line.trim())
  const newLines = lines.filter((line) => line && !known.has(line))
  for (const line of newLines) known.add(line)
  return newLines.join('').replace(/\s/g, '').length
}

/**
 * A phone user who reads every visible text before each tap, taps in 0.8 s and types one character a second. Digits on
 * the number pad count as one input. Wraps a phone and measures the time.
 */
export class ScriptedUser implements Phone {
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
    const newCharacters = countNewCharacters(await this.phone.text(), this.known)
    this.read += newCharacters
    this.time += newCharacters / READ_A_SECOND
  }

  async tap(...words: string[]) {
    for (const one of words) {
      await this.readScreen()
      const digit = /^[\d.]$/.test(one)
      if (digit && !this.numberOpen) this.typed += 1
      this.numberOpen = digit
      this.time += digit ? TYPE_SECONDS : TAP_SECONDS
      this.taps += 1
      await this.phone.tap(one)
    }
  }

  async type(label: string, text: string) {
    await this.readScreen()
    this.typed += 1
    this.time += text.length * TYPE_SECONDS
    await this.phone.type(label, text)
  }

  totals() {
    return { seconds: this.time, inputs: this.typed, taps: this.taps, characters: this.read }
  }

  tapTwice = (words: string) => this.phone.tapTwice(words)
  open = (path: string, params?: Record<string, string>) => this.phone.open(path, params)
  see = (words: string, timeout?: number) => this.phone.see(words, timeout)
  seeNo = (words: string) => this.phone.seeNo(words)
  text = () => this.phone.text()
  setNextPhoto = (picture: Buffer | null) => this.phone.setNextPhoto(picture)
  cutNetwork = () => this.phone.cutNetwork()
  restoreNetwork = () => this.phone.restoreNetwork()
  restart = () => this.phone.restart()
  screenshot = (file: string) => this.phone.screenshot(file)
  params = () => this.phone.params()
  copied = () => this.phone.copied()
  errors = () => this.phone.errors()
  close = () => this.phone.close()
}
