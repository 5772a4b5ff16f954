export interface BundleSize {
  /** Bytes of `main` and of each subpackage, by its root. */
  packages: Record<string, number>
  total: number
}

export function measureBundle(dist: string): BundleSize
export function checkBundle(dist: string): string[]
