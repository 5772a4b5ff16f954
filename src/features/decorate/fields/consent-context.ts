import { type ComponentType, createContext } from 'react'

/** Asks for the consent that WeChat requires before the first photo or recording. */
export type ConsentSheet = ComponentType<{ of?: 'photo' | 'voice'; onAgree(): void; onRefuse(): void }>

export const ConsentContext = createContext<ConsentSheet>(() => null)
