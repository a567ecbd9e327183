import type { RemoteIds } from '../../../core/ids.ts'

/** Both platforms' ways to read ids that people write by hand. */
export type Ids = { readonly slack: RemoteIds; readonly telegram: RemoteIds }
