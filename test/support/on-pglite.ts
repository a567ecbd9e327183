import { providePglite } from './postgres.ts'

export const setup = providePglite
