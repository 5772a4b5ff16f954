import { createInterface } from 'node:readline/promises'
import { SetupError } from '../setup-error'

/** Asks the operator to type a word before data is deleted. @throws SetupError without a terminal or when the word differs. */
export async function confirmByTyping(word: string, question: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new SetupError(`${question}\nNobody can be asked here. Add --yes to do it without a question.`)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await lines.question(`${question}\nType ${word} to go on: `)
    if (answer.trim() !== word) throw new SetupError('Nothing was changed.')
  } finally {
    lines.close()
  }
}
