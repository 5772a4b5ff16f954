import type { Installation } from '../backup/backup'
import type { StagedBackup } from '../backup/stage-backup'
import type { Report } from '../copy/copy-rows'

/** The database of an installation that a backup is restored to. */
export interface RestoreTarget {
  /** Installs the database and its secret in one step. */
  apply(): Promise<void>
  release(): void
}

export interface RestoreTargetOptions {
  staged: StagedBackup
  installation: Installation
  /** True when existing data may be put aside. */
  replace: boolean
  /** Creates the folder for existing data when first called; returns its path. */
  aside: () => string
  report: Report
}

export const OCCUPIED_HINT =
  'Add --replace to put the backup in its place; what is there now is kept beside it.'
