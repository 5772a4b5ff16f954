import type { Differences } from '../modules/exports/differences'
import { countDifferences } from '../modules/exports/differences'
import type { ShopComparison } from '../modules/exports/update-shop'

const MOST_NAMES = 10

function named(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  return [`  ${what}: ${names.slice(0, MOST_NAMES).join(', ')}${more}`]
}

const listed = ({
  settings,
  look,
  order,
  changed,
  prices,
  onlyInFile,
  onlyInShop,
}: Differences): string[] => [
  ...named('settings', settings),
  ...(look ? ['  the look'] : []),
  ...(order ? ['  the order of the products'] : []),
  ...named('products that differ', changed),
  ...named('prices that change by far', prices),
  ...named('products only in the file', onlyInFile),
  ...named('products only here', onlyInShop),
]

const offSale = ({ onlyInShop }: Differences, words: string) => (onlyInShop.length > 0 ? words : '')

const counted = (count: number) => `${count} ${count === 1 ? 'difference' : 'differences'}`

/** The command's output for a shop that exists already. */
export function importReport({ name, slug, differences, isReplaced }: ShopComparison): string {
  const count = countDifferences(differences)
  const here = `${name} is here already, at /s/${slug}`
  if (count === 0) {
    const files = isReplaced
      ? 'Files of its photos and voices that were missing are back.'
      : 'Nothing was changed.'
    return `${here}, and is as the file has it. ${files}`
  }
  if (isReplaced)
    return [
      `${name}, at /s/${slug}, was brought up to date in ${counted(count)}:`,
      ...listed(differences),
      `Stock, orders, owners and keys are as they were.${offSale(differences, ' Products only here are off sale now.')}`,
    ].join('\n')
  return [
    `Nothing was changed: ${here}, with ${counted(count)} from the file:`,
    ...listed(differences),
    `Add --replace to bring it up to date with the file.${offSale(differences, ' Products only here then go off sale.')}`,
    'Stock, orders, owners and keys stay as they are. Editors that are open have to load the shop again.',
  ].join('\n')
}
