// A node of the Launcher where several share the load. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Node

/** A node of the Launcher. */
export interface LauncherNode {
  readonly host: string;
  readonly ipv4: string;
  readonly port: string;
  /** When it was last seen, RFC 3339. */
  readonly lastSeen: string;
  readonly status: string;
}

/** Whether a node is available: its status is `Online`, in just this spelling. */
export const nodeOnline = ({ status }: Pick<LauncherNode, 'status'>): boolean => status === 'Online';
