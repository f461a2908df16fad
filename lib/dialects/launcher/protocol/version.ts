// The version of the Launcher plugin API. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Version

/** A version of the Launcher or of its plugin API. */
export interface LauncherVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly build?: number;
  readonly revision?: string;
}

/** The version of the plugin API whose jobs we read. */
export const apiVersion: LauncherVersion = { major: 3, minor: 5, patch: 0 };
