import { useState } from 'react'
import type { ToDo } from './to-do'

/**
 * The to-do of the first card, undefined for none. It changes only with `turn`, when the owner has come back or done something: nothing
 * moves under her finger.
 */
export function useFirstToDo(toDos: readonly ToDo[], turn: number) {
  const [chosen, setChosen] = useState({ turn, first: toDos[0] })
  const first = chosen.turn === turn ? chosen.first : toDos[0]
  const choose = (toDo: ToDo | undefined) => setChosen({ turn, first: toDo })
  if (chosen.turn !== turn) choose(first)
  return { first, choose }
}
