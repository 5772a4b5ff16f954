/**
 * Decides which sums may count the hidden parts they have; sums are given by importance, and the first are preferred. Two parts
 * are twins while each shown sum counts both or neither, since then nothing that is shown tells one from the other.
 * A further sum is shown if every hidden group keeps a part that has a twin outside of the group, or that no shown sum counts.
 * @param sums the hidden parts in each sum, by their names
 * @param groups the groups that must stay hidden, as the names of their parts
 */
export function safeSums(
  sums: readonly (readonly string[])[],
  groups: readonly (readonly string[])[],
): boolean[] {
  const hidden = groups.filter((parts) => parts.length > 0).map((parts) => new Set(parts))
  // the shown sums that count a part, as their places; twins have the same
  let placesOf = new Map([...sums, ...groups].flat().map((name) => [name, '']))
  return sums.map((parts, at) => {
    const next = new Map(placesOf)
    for (const name of parts) next.set(name, `${next.get(name)} ${at}`)
    const names = [...next.keys()]
    const isHidden = (group: ReadonlySet<string>) =>
      [...group].some((name) => {
        const places = next.get(name)
        return places === '' || names.some((other) => !group.has(other) && next.get(other) === places)
      })
    if (!hidden.every(isHidden)) return false
    placesOf = next
    return true
  })
}
