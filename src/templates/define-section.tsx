import type { ComponentType, ReactElement } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import type { SectionKind } from './generated/section-kinds'
import type { SectionProps } from './section'

export type Place = Omit<SectionProps<unknown>, 'settings'>

/** The ids of the products a section reserves for itself, of those no earlier section has; lists leave them out. */
export type Claims<S> = (settings: S, products: readonly Product[]) => Id[]

export interface SectionDefinition {
  draw(settings: Record<string, unknown>, place: Place): ReactElement
  claims(settings: Record<string, unknown>, products: readonly Product[]): Id[]
}

export type Sections<Kind extends SectionKind = SectionKind> = Record<Kind, SectionDefinition>

/** Defines a section. Settings that a look lacks, because it is older than they are, get their defaults. */
export const defineSection = <S extends object>(
  Section: ComponentType<SectionProps<S>>,
  defaults: S,
  claims: Claims<S> = () => [],
): SectionDefinition => ({
  draw: (settings, place) => <Section settings={{ ...defaults, ...settings }} {...place} />,
  claims: (settings, products) => claims({ ...defaults, ...settings }, products),
})
