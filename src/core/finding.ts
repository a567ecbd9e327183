/** One thing that `liaison doctor` looked at: what it is, how it stands, and what to do when it is not well. No secrets. */
export type Finding = { readonly ok: boolean; readonly what: string; readonly advice?: string | undefined }
