console.log("loss");
