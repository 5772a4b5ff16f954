import type { ComponentType, ReactElement } from 'react'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'
import type { SectionKind } from './kinds'
import type { SectionProps } from './section'

export type Place = Omit<SectionProps<unknown>, 'settings'>

/** The products a section shows by itself, of those that no section before it has; lists leave them out. */
export type Claims<S> = (settings: S, products: readonly Product[]) => Id[]

export interface SectionDefinition {
  draw(settings: Record<string, unknown>, place: Place): ReactElement
  claims(settings: Record<string, unknown>, products: readonly Product[]): Id[]
}

export type Sections<Kind extends SectionKind = SectionKind> = Record<Kind, SectionDefinition>

/** A look made before a setting existed gets that setting's default. */
export const defineSection = <S extends object>(
  Section: ComponentType<SectionProps<S>>,
  defaults: S,
  claims: Claims<S> = () => [],
): SectionDefinition => ({
  draw: (settings, place) => <Section settings={{ ...defaults, ...settings }} {...place} />,
  claims: (settings, products) => claims({ ...defaults, ...settings }, products),
})
