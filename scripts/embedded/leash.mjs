// Preloaded (node --import) into parts that are not ours, such as the web server, so that they end
// with the process that started them, even when that one was killed and could clean up nothing.
if (process.connected) {
  process.on("disconnect", () => process.exit(1));
  // Listening alone would keep a finished program from ending.
  process.channel?.unref();
}
