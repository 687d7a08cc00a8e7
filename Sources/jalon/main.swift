import JalonCommand

await JalonCommand.launch()
