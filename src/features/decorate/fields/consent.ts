import { type ComponentType, createContext } from 'react'

/** Asks for the consent that WeChat wants before the first photo or recording. */
export type ConsentSheet = ComponentType<{ of?: 'photo' | 'voice'; onAgree(): void; onRefuse(): void }>

export const Consent = createContext<ConsentSheet>(() => null)
