/** What may be done with a piece of work: for each act the states that it starts from, and where each leads. */
export type Transitions<State extends string, Act extends string> = Readonly<Record<Act, Readonly<Partial<Record<State, State>>>>>

/** True where work that stands in this state can be brought on by this act. */
export const canBe = <State extends string, Act extends string>(table: Transitions<State, Act>, act: Act, state: State): boolean =>
  table[act][state] !== undefined

/** The state after an act. @throws Error where it cannot be done: whether it can is asked before (`canBe`). */
export function stateAfter<State extends string, Act extends string>(table: Transitions<State, Act>, act: Act, state: State): State {
  const after = table[act][state]
  if (after === undefined) throw new Error(`no ${act} from ${state}`)
  return after
}

/** The states that an act starts from. */
export const startsOf = <State extends string, Act extends string>(table: Transitions<State, Act>, act: Act): State[] =>
  Object.keys(table[act]) as State[]
