/** Who moves a state: `owner` and `buyer` are people, `gateway` a payment service's signed notice, `system` a consequence. */
export type Actor = 'owner' | 'buyer' | 'gateway' | 'system'

/** One row of a state table: the action, who may do it, and where it leads. */
export interface Step<Action extends string, State extends string> {
  action: Action
  by: readonly Actor[]
  to: State
}

/** The state an action leads to, or `null` when that actor may not do it from here. */
export function nextState<Action extends string, State extends string>(
  table: Record<State, readonly Step<Action, State>[]>,
  state: State,
  action: string,
  actor: Actor,
): State | null {
  return table[state].find((step) => step.action === action && step.by.includes(actor))?.to ?? null
}

/** The actions an actor may take from a state, in the table's order. */
export function actionsOf<Action extends string, State extends string>(
  table: Record<State, readonly Step<Action, State>[]>,
  state: State,
  actor: Actor,
): Action[] {
  return table[state].filter((step) => step.by.includes(actor)).map((step) => step.action)
}
