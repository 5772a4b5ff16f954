import { create } from 'zustand'
import type { OrderSummary } from '@/domain/order'

/** The orders that were chosen for printing, until others are chosen or the app is closed. */
export const usePrintJob = create<{ orders: readonly OrderSummary[] }>(() => ({ orders: [] }))
