/** The actors that trigger transitions: `owner`, `buyer`, `gateway` (a payment service's signed notice), `system` (a side effect). */
export const actors = ['owner', 'buyer', 'gateway', 'system'] as const
export type Actor = (typeof actors)[number]

/** One row of a state table: the action, the actors allowed to take it, and the resulting state. */
export interface Transition<Action extends string, State extends string> {
  action: Action
  by: readonly Actor[]
  to: State
}

/** The state after an action, or `null` if the actor may not take it in this state. */
export function nextState<Action extends string, State extends string>(
  table: Record<State, readonly Transition<Action, State>[]>,
  state: State,
  action: string,
  actor: Actor,
): State | null {
  return table[state].find((step) => step.action === action && step.by.includes(actor))?.to ?? null
}

/** The actions an actor may take in a state, in the table's order. */
export function actionsOf<Action extends string, State extends string>(
  table: Record<State, readonly Transition<Action, State>[]>,
  state: State,
  actor: Actor,
): Action[] {
  return table[state].filter((step) => step.by.includes(actor)).map((step) => step.action)
}
