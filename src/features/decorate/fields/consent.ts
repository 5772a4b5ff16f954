import { type ComponentType, createContext } from 'react'

/** Asks for the consent that WeChat wants before the first photo. */
export type ConsentSheet = ComponentType<{ onAgree(): void; onRefuse(): void }>

export const Consent = createContext<ConsentSheet>(() => null)
