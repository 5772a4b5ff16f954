import { useEffect } from 'react'
import type { Sku } from '@/domain/product/sku'
import { clearConfirmedStock, displayedStock, useStockMoves } from './stock-moves'

/** The stocks to display, in which moves under way are counted, with those moves, in the order of the skus. */
export function useDisplayedStocks(skus: readonly Sku[]) {
  const moves = useStockMoves((state) => state.moves)
  const loaded = skus.map(({ id, stock }) => `${id} ${stock}`).join()
  // a newly mounted list or a changed stock means that the list was loaded after the confirmed reply
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed stock must run the effect as well
  useEffect(() => {
    for (const { id } of skus) clearConfirmedStock(id)
  }, [loaded])
  return skus.map(({ id, stock }) => ({ moving: moves[id], shown: displayedStock(stock, moves[id]) }))
}
